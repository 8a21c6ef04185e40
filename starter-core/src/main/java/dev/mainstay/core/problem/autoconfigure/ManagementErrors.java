package dev.mainstay.core.problem.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.servlet.ErrorAnswerSettings;
import dev.mainstay.core.problem.servlet.ProblemErrorController;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.actuate.web.ManagementErrorEndpoint;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Answers failures on a separate management port, which has no pages: those of the
 * application are made for its own port.
 */
final class ManagementErrors {

	private final boolean active;

	private final ErrorAnswerSettings settings;

	private final ProblemErrorController controller;

	ManagementErrors(ApplicationContext context) {
		this.active = ProblemStatus.active(context.getEnvironment());
		ErrorAnswerSettings.Pages none = new ErrorAnswerSettings.Pages(List.of(),
				new StaticListableBeanFactory().getBeanProvider(ViewResolver.class));
		this.settings = new ErrorAnswerSettings(
				context.getBeanProvider(ErrorAttributes.class).getIfAvailable(DefaultErrorAttributes::new),
				context.getBean(WebProperties.class).getError(), none, switches(context));
		this.controller = new ProblemErrorController(context.getBean(ProblemPipeline.class),
				context.getBean(ServletProblemWriter.class), this.settings);
	}

	/** The application's advices know the handlers of this port, too. */
	private ErrorAnswerSettings.Switches switches(ApplicationContext context) {
		boolean shapesBodies = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(context, ResponseBodyAdvice.class,
				false, false).length > 0;
		return new ErrorAnswerSettings.Switches(this.active, context.getBean(ProblemProperties.class).bootMembers(),
				shapesBodies);
	}

	ErrorAnswerSettings settings() {
		return this.settings;
	}

	ProblemErrorController controller() {
		return this.controller;
	}

	/** Two handlers of one path would be none. */
	void replaceIn(RequestMappingHandlerMapping mapping) {
		if (this.active) {
			Map.copyOf(mapping.getHandlerMethods()).forEach((info, handler) -> replace(mapping, info, handler));
		}
	}

	private void replace(RequestMappingHandlerMapping mapping, RequestMappingInfo info, HandlerMethod handler) {
		Method ours = ReflectionUtils.findMethod(ProblemErrorController.class, "error", HttpServletRequest.class,
				HttpServletResponse.class);
		if (ours != null && handler.getBeanType() == ManagementErrorEndpoint.class) {
			mapping.unregisterMapping(info);
			mapping.registerMapping(info, this.controller, ours);
		}
	}

}
