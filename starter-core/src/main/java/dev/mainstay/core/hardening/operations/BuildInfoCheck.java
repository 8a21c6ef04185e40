package dev.mainstay.core.hardening.operations;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * A running service says which build it is.
 */
final class BuildInfoCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OPS-03", Group.OPERATIONS, Severity.MEDIUM)
		.title("The service knows which build it is")
		.why("""
				In an incident the first question is what runs there and since when. Without an answer nobody knows \
				which commit to look at, or whether a rollback has arrived.""")
		.source("Spring Boot reference, generate build information")
		.decides("""
				Looks for the build or Git information that Spring Boot reads from META-INF/build-info.properties \
				and git.properties. Only in production, as an IDE does not write them.""")
		.fix("""
				<plugin>
				  <groupId>org.springframework.boot</groupId>
				  <artifactId>spring-boot-maven-plugin</artifactId>
				  <executions>
				    <execution>
				      <goals><goal>build-info</goal></goals>
				    </execution>
				  </executions>
				</plugin>
				or in Gradle: springBoot { buildInfo() }""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.declares("org.springframework.boot.info.BuildProperties")
				|| application.declares("org.springframework.boot.info.GitProperties")) {
			return Verdict.pass();
		}
		return (application.production() != null)
				? Verdict.fail(Finding.of("neither META-INF/build-info.properties nor git.properties is there"))
				: Verdict.notApplicable("no sign of production");
	}

}
