package dev.mainstay.core.validation.reactive;

import java.util.List;
import java.util.Locale;

import dev.mainstay.core.validation.internal.InvalidElements;
import dev.mainstay.core.validation.internal.NestedErrors;
import dev.mainstay.core.validation.MissingValid;
import dev.mainstay.core.validation.MissingValid.Invalid;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.core.Conventions;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.bind.support.WebExchangeDataBinder;

/**
 * Looks at a body after the framework has read it.
 */
record BodyCheck(MissingValid missing, @Nullable WebBindingInitializer initializer) {

	static boolean concerns(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestBody.class)
				|| parameter.hasParameterAnnotation(RequestPart.class)
				|| HttpEntity.class.isAssignableFrom(parameter.getParameterType());
	}

	void look(MethodParameter parameter, Object value, ServerHttpRequest request) {
		List<Invalid> invalid = this.missing.find(parameter, value);
		if (invalid.isEmpty()) {
			return;
		}
		boolean first = request.getAttributes().putIfAbsent(MissingValid.ATTRIBUTE, true) == null;
		if (this.missing.broken(parameter, first)) {
			reject(parameter, value, invalid, request);
		}
	}

	private void reject(MethodParameter parameter, Object value, List<Invalid> invalid, ServerHttpRequest request) {
		LocaleContextHolder.setLocaleContext(locale(request));
		try {
			if (invalid.get(0).isElement()) {
				throw InvalidElements.exception(parameter, value, invalid, (element) -> validate(parameter, element));
			}
			BindingResult result = validate(parameter, invalid.get(0));
			if (result.hasErrors()) {
				throw new WebExchangeBindException(parameter, result);
			}
		}
		finally {
			LocaleContextHolder.resetLocaleContext();
		}
	}

	private BindingResult validate(MethodParameter parameter, Invalid invalid) {
		WebExchangeDataBinder binder = new WebExchangeDataBinder(invalid.value(),
				Conventions.getVariableNameForParameter(parameter));
		if (this.initializer != null) {
			this.initializer.initBinder(binder);
		}
		return NestedErrors.of(binder, invalid);
	}

	/**
	 * What the framework's own strategy would find without a setting of the application.
	 */
	private static LocaleContext locale(ServerHttpRequest request) {
		List<Locale> accepted = request.getHeaders().getAcceptLanguageAsLocales();
		return new SimpleLocaleContext(accepted.isEmpty() ? null : accepted.get(0));
	}

}
