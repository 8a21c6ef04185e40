package dev.mainstay.core.validation.servlet;

import dev.mainstay.core.validation.internal.NestedErrors;
import dev.mainstay.core.validation.MissingValid.Invalid;

import org.springframework.core.Conventions;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelFactory;

/**
 * Validates as the framework does for a parameter annotated with {@code @Valid}.
 */
record Binders(MethodParameter parameter, NativeWebRequest request, WebDataBinderFactory factory) {

	BindingResult validate(Invalid invalid) {
		try {
			WebDataBinder binder = this.factory.createBinder(this.request, invalid.value(), name(),
					ResolvableType.forMethodParameter(this.parameter));
			return NestedErrors.of(binder, invalid);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("The binder of " + this.parameter + " cannot be initialised", ex);
		}
	}

	private String name() {
		boolean document = this.parameter.hasParameterAnnotation(RequestBody.class)
				|| this.parameter.hasParameterAnnotation(RequestPart.class)
				|| HttpEntity.class.isAssignableFrom(this.parameter.getParameterType());
		return document ? Conventions.getVariableNameForParameter(this.parameter)
				: ModelFactory.getNameForParameter(this.parameter);
	}

}
