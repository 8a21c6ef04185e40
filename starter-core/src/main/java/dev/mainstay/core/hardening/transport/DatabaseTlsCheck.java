package dev.mainstay.core.hardening.transport;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.data.InspectedDataSource;
import dev.mainstay.core.hardening.data.InspectedDataSources;
import org.jspecify.annotations.Nullable;

/**
 * What goes to a database on another host should be encrypted.
 */
final class DatabaseTlsCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("TLS-03", Group.TRANSPORT, Severity.HIGH)
		.title("Connections to databases are encrypted")
		.why("""
				Everything in the database can be read and changed on its way, the password first. A driver that \
				only prefers TLS takes a connection without it from whoever stands in between.""")
		.source("ASVS 5.0 12.3.1, 12.3.2")
		.decides("""
				Reads the parameters of each connection, from the URL and the pool, for PostgreSQL, MySQL, MariaDB \
				and SQL Server on another host. Hosts that only a neighbour can name are asked for in production \
				only. Passes for connectors that bring their own socket. Not applicable to other databases.""")
		.fix("""
				spring.datasource.url=jdbc:postgresql://db.example.org/orders?sslmode=verify-full
				# MySQL: sslMode=VERIFY_IDENTITY, MariaDB: sslMode=verify-full,
				# SQL Server: encrypt=true;trustServerCertificate=false""");

	private static final Set<String> JUDGED = Set.of("postgresql", "mysql", "mariadb", "sqlserver");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		InspectedDataSources sources = InspectedDataSources.of(application);
		List<InspectedDataSource> remote = sources.all()
			.stream()
			.filter((source) -> JUDGED.contains(source.vendor()))
			.filter((source) -> Remote.isAnyOf(source.hosts(), application))
			.toList();
		if (sources.all().isEmpty()) {
			return InspectedDataSources.none(application);
		}
		if (remote.isEmpty()) {
			return sources.unknown().isEmpty() ? Verdict.notApplicable("no such database on another host")
					: Verdict.unknown("cannot see which database it is: " + sources.unknown());
		}
		String origin = (remote.size() == 1) ? application.origin("spring.datasource.url") : null;
		return Verdict.of(remote.stream()
			.flatMap((source) -> Stream.ofNullable(plain(source)).map((seen) -> source + ": " + seen))
			.map((evidence) -> new Finding(evidence, origin))
			.toList());
	}

	private static @Nullable String plain(InspectedDataSource source) {
		if (source.parameter("socketFactory") != null) {
			return null;
		}
		return switch (source.vendor()) {
			case "postgresql" -> postgresql(source);
			case "mysql" -> isTrue(source, "requireSSL") || isTrue(source, "verifyServerCertificate") ? null
					: mode(source, "sslMode", Set.of("disabled", "preferred"));
			case "mariadb" -> isTrue(source, "useSsl") ? null : mode(source, "sslMode", Set.of("disable"));
			default -> sqlServer(source);
		};
	}

	private static @Nullable String postgresql(InspectedDataSource source) {
		boolean encrypted = isTrue(source, "ssl") || "".equals(source.parameter("ssl"))
				|| "require".equalsIgnoreCase(source.parameter("gssEncMode"));
		return encrypted && source.parameter("sslmode") == null ? null
				: mode(source, "sslmode", Set.of("disable", "allow", "prefer"));
	}

	/** Unset, none of these encrypts for certain. */
	private static @Nullable String mode(InspectedDataSource source, String name, Set<String> plain) {
		String mode = source.parameter(name);
		if (mode == null) {
			return name + " is not set";
		}
		return plain.contains(mode.toLowerCase(Locale.ROOT)) ? name + "=" + mode : null;
	}

	/** Encrypts by default. */
	private static @Nullable String sqlServer(InspectedDataSource source) {
		String encrypt = source.parameter("encrypt");
		if (encrypt != null && Set.of("false", "no", "optional").contains(encrypt.toLowerCase(Locale.ROOT))) {
			return "encrypt=" + encrypt;
		}
		boolean strict = "strict".equalsIgnoreCase(encrypt);
		return isTrue(source, "trustServerCertificate") && !strict ? "trustServerCertificate=true" : null;
	}

	private static boolean isTrue(InspectedDataSource source, String name) {
		return "true".equalsIgnoreCase(source.parameter(name));
	}

}
