package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.ClassUtils;

/**
 * A token that was made out to another service should not be taken.
 */
final class AudienceCheck implements HardeningCheck {

	private static final String PROPERTY = "spring.security.oauth2.resourceserver.jwt.audiences";

	private static final List<String> DECODERS = List.of("org.springframework.security.oauth2.jwt.JwtDecoder",
			"org.springframework.security.oauth2.jwt.ReactiveJwtDecoder");

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("JWT-01", Group.AUTHENTICATION, Severity.HIGH)
		.title("Tokens are taken only if they are meant for this service")
		.why("""
				Every token of the same issuer opens the service: one that a user gave to a harmless application, or \
				that was stolen from the weakest one, works here, too.""")
		.source("ASVS 5.0 9.2.3 and 10.3.1, RFC 9068 section 4")
		.decides("""
				Looks for the decoder that Spring Boot makes, and whether it was told an audience. A decoder or a \
				validator of the application is unknown. Not applicable without a decoder.""")
		.fix(PROPERTY + "=orders");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<String> declared = DECODERS.stream().filter(application::declares).toList();
		if (declared.isEmpty()) {
			return Verdict.notApplicable("no tokens are decoded");
		}
		if (!declared.stream().allMatch((type) -> isMadeByBoot(application, type))) {
			return Verdict.unknown("the application makes its decoder itself");
		}
		List<String> audiences = Binder.get(application.context().getEnvironment())
			.bind(PROPERTY, Bindable.listOf(String.class))
			.orElse(List.of());
		if (!audiences.isEmpty()) {
			return Verdict.pass();
		}
		return application.declares("org.springframework.security.oauth2.core.OAuth2TokenValidator")
				? Verdict.unknown("no audience is set, but the application has a validator of its own")
				: Verdict.fail(Finding.of(PROPERTY + " is not set"));
	}

	private static boolean isMadeByBoot(InspectedApplication application, String type) {
		Class<?> decoder = ClassUtils.resolveClassName(type, application.context().getClassLoader());
		Map<String, ?> beans = application.namedBeans(decoder);
		return beans.keySet()
			.stream()
			.allMatch((bean) -> MadeByBoot.isMade(application, bean, "JwtDecoderConfiguration"));
	}

}
