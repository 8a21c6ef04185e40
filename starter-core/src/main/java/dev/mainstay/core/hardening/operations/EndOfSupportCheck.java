package dev.mainstay.core.hardening.operations;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootVersion;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Spring Boot and Java still get fixes that anybody may use.
 */
final class EndOfSupportCheck implements HardeningCheck {

	private static final String TABLE = "end-of-support.properties";

	private static final Pattern MINOR = Pattern.compile("(\\d+\\.\\d+)\\..*");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OPS-06", Group.OPERATIONS, Severity.HIGH)
		.basis(Basis.OBSERVATION)
		.title("Spring Boot and Java still get fixes")
		.why("""
				For a release that nobody maintains there is no fix: the next vulnerability stays open until the \
				upgrade, which then has to be done within days.""")
		.source("ASVS 5.0 15.2.1")
		.decides("""
				Compares the day with a table of the last days of free support that Mainstay brings; a release that \
				is newer than the table passes. Vendors may sell longer support: waive it then.""")
		.fix("Upgrade to a release that is maintained: https://spring.io/projects/spring-boot#support");

	private final Clock clock;

	private final String boot;

	private final int java;

	EndOfSupportCheck() {
		this(Clock.systemDefaultZone(), SpringBootVersion.getVersion(), Runtime.version().feature());
	}

	EndOfSupportCheck(Clock clock, String boot, int java) {
		this.clock = clock;
		this.boot = boot;
		this.java = java;
	}

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws IOException {
		Properties table = PropertiesLoaderUtils.loadProperties(new ClassPathResource(TABLE, EndOfSupportCheck.class));
		List<Finding> findings = new ArrayList<>();
		Matcher minor = MINOR.matcher(this.boot);
		if (minor.matches()) {
			add(findings, "Spring Boot " + this.boot, table.getProperty("spring-boot." + minor.group(1)));
		}
		add(findings, "Java " + this.java, table.getProperty("java." + this.java));
		return Verdict.of(findings);
	}

	private void add(List<Finding> findings, String what, @Nullable String last) {
		if (last != null && LocalDate.now(this.clock).isAfter(LocalDate.parse(last))) {
			findings.add(Finding.of(what + " has got no free fixes since " + last));
		}
	}

}
