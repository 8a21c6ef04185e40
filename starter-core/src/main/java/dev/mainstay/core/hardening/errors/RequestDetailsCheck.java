package dev.mainstay.core.hardening.errors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The parameters and headers of requests should not be logged.
 */
final class RequestDetailsCheck implements HardeningCheck {

	private static final String SERVLET = "spring.mvc.log-request-details";

	private static final String CODECS = "spring.http.codecs.log-request-details";

	private static final String SECURITY = "org.springframework.security.config.annotation.web.configuration.EnableWebSecurity";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ERR-09", Group.ERRORS, Severity.HIGH)
		.title("Parameters and headers of requests are not logged")
		.why("""
				Passwords, tokens and personal data are in parameters and headers. Once the level of a logger is \
				lowered to look for a failure, they are in the log, where many can read them for long.""")
		.source("ASVS 5.0 16.2.5")
		.decides(
				"""
						Looks at the dispatcher servlet, the setting of the codecs, and for \
						@EnableWebSecurity(debug = true) on a bean. What the file of a profile sets counts only in production.""")
		.fix("""
				spring.mvc.log-request-details=false
				spring.http.codecs.log-request-details=false
				# and @EnableWebSecurity without debug = true""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		boolean servlet = application.declares("org.springframework.web.servlet.DispatcherServlet");
		boolean codecs = application.declares("org.springframework.boot.http.codec.CodecCustomizer");
		if (!servlet && !codecs) {
			return Verdict.notApplicable("nothing here reads requests");
		}
		List<Finding> findings = new ArrayList<>();
		if (servlet && Servlets.logDetails(application)) {
			findings.add(application.isTrue(SERVLET, false) ? application.setting(SERVLET)
					: Finding.of("the DispatcherServlet logs the details of requests"));
		}
		if (codecs && application.isTrue(CODECS, false)) {
			findings.add(application.setting(CODECS));
		}
		findings.removeIf((finding) -> ErrorSettings.isOnDesk(application, finding));
		if (application.hasClass(SECURITY)) {
			findings.addAll(Security.debugged(application.context()));
		}
		return Verdict.of(findings);
	}

	/** Only here is Spring MVC linked. */
	private static final class Servlets {

		private Servlets() {
		}

		static boolean logDetails(InspectedApplication application) {
			return application.beans(DispatcherServlet.class)
				.stream()
				.anyMatch(DispatcherServlet::isEnableLoggingRequestDetails);
		}

	}

	/** Only here is Spring Security linked; its filter is hidden behind another one. */
	private static final class Security {

		private Security() {
		}

		static List<Finding> debugged(ApplicationContext context) {
			return Arrays.stream(context.getBeanNamesForAnnotation(EnableWebSecurity.class))
				.filter((bean) -> isDebugged(context.findAnnotationOnBean(bean, EnableWebSecurity.class, false)))
				.map((bean) -> Finding.of(bean + " has @EnableWebSecurity(debug = true)"))
				.toList();
		}

		private static boolean isDebugged(@Nullable EnableWebSecurity annotation) {
			return annotation != null && annotation.debug();
		}

	}

}
