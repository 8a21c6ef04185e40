package dev.mainstay.core.hardening.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * A file with a secret should be for the service alone.
 */
final class SecretFileCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-06", Group.SECRETS, Severity.MEDIUM)
		.title("Files with secrets are for the service alone")
		.why("""
				Whoever gets to read files as another user of the machine, by a mistake in another process or a \
				shell in the container, has the secret.""")
		.source("ASVS 5.0 13.3.2; CWE-732")
		.decides("""
				In production, looks at the permissions of the key stores and private keys that the configuration \
				names, and of files outside of the application that set a property which holds a secret: nobody \
				but the user and its group is to read them, and nobody but the user to write them. Not applicable \
				without a sign of production, without such files, and where files have no POSIX permissions.""")
		.fix("""
				chmod 0440 tls.key
				# Kubernetes: 0644 is the default of a mounted secret
				volumes:
				  - name: tls
				    secret:
				      secretName: orders-tls
				      defaultMode: 0440""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		List<SecretFile> files = SetProperties.of(application)
			.stream()
			.filter(SetProperty::effective)
			.flatMap((property) -> SecretFile.of(property, application))
			.toList();
		List<Finding> findings = files.stream().flatMap(SecretFileCheck::finding).distinct().toList();
		return files.isEmpty() ? Verdict.notApplicable("no file with a secret")
				: Verdict.of(SetProperties.atMost(findings));
	}

	private static Stream<Finding> finding(SecretFile file) {
		return Stream.ofNullable(permissions(file.path()))
			.filter((permissions) -> permissions.stream().anyMatch(SecretFileCheck::isTooWide))
			.map((permissions) -> new Finding(
					file.what() + " is a file with the permissions " + PosixFilePermissions.toString(permissions),
					Objects.toString(file.path())));
	}

	private static boolean isTooWide(PosixFilePermission permission) {
		return permission.name().startsWith("OTHERS") || permission == PosixFilePermission.GROUP_WRITE;
	}

	private static Set<PosixFilePermission> permissions(Path path) {
		try {
			return Files.getPosixFilePermissions(path);
		}
		catch (IOException | UnsupportedOperationException ex) {
			return Set.of();
		}
	}

}
