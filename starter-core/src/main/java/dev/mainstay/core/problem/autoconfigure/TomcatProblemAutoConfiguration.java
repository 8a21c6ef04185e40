package dev.mainstay.core.problem.autoconfigure;

import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.request.AnswerHeads;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the error contract for what Tomcat turns away before any filter.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class,
		afterName = "dev.mainstay.core.request.autoconfigure.RequestAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, ErrorReportValve.class })
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.problem.enabled" }, matchIfMissing = true)
@Conditional(ErrorHandlingNotExcludedCondition.class)
@ConditionalOnBean(ServletProblemWriter.class)
public final class TomcatProblemAutoConfiguration {

	@Bean
	TomcatProblemCustomizer mainstayTomcatProblemCustomizer(ObjectProvider<ServletProblemWriter> writer,
			ObjectProvider<AnswerHeads> heads, Environment environment) {
		return TomcatProblemCustomizer.of(writer, heads, environment);
	}

}
