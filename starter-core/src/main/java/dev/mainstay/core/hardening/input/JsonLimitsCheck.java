package dev.mainstay.core.hardening.input;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Whatever reads JSON should read so much and no more.
 */
final class JsonLimitsCheck implements HardeningCheck {

	private static final String JACKSON_3 = "tools.jackson.databind.ObjectMapper";

	private static final String JACKSON_2 = "com.fasterxml.jackson.databind.ObjectMapper";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-06", Group.INPUT, Severity.HIGH)
		.title("JSON mappers read documents of a largest size")
		.why("""
				A small document becomes a large object: millions of names or empty lists, one in the other, cost \
				many times their bytes in memory and time.""")
		.source("OWASP API4:2023; ASVS 5.0 15.2.2")
		.decides("""
				Looks at the constraints of all mapper beans for JSON, of Jackson 3 and 2: no limit to tokens and \
				length, or a depth above 1000. Those that Mainstay limits for requests pass. Not applicable outside \
				web applications, or without a mapper.""")
		.fix("""
				mainstay.validation.limits.json-tokens=1000000
				# and build further mappers with the JsonMapper.Builder of Spring Boot, or limit them
				spring.jackson.factory.constraints.read.max-token-count=1000000""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares("org.springframework.web.servlet.DispatcherServlet")
				&& !application.declares("org.springframework.web.reactive.DispatcherHandler")) {
			return Verdict.notApplicable("no web stack");
		}
		List<MapperLimits> mappers = Stream
			.concat(application.hasClass(JACKSON_3) ? Jackson3Mappers.of(application) : Stream.empty(),
					application.hasClass(JACKSON_2) ? Jackson2Mappers.of(application) : Stream.empty())
			.toList();
		if (mappers.isEmpty()) {
			return Verdict.notApplicable("no JSON mapper");
		}
		return Verdict.of(mappers.stream().flatMap((mapper) -> mapper.exceeded().stream()).map(Finding::of).toList());
	}

}
