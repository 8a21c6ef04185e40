package dev.mainstay.core.problem.web;

import dev.mainstay.core.problem.JsonPointer;
import dev.mainstay.core.problem.Violation;
import dev.mainstay.core.problem.Violation.In;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.MatrixVariable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;

/**
 * The place in a request that a parameter of a handler is read from.
 *
 * @param in the part of the request, {@code null} for the request as a whole
 * @param name the name in that part, empty for the body and for an object that is bound
 * from many parameters
 * @param body the parameter that the body is read into, {@code null} for other parts
 */
record Place(@Nullable In in, String name, @Nullable MethodParameter body) {

	static final Place REQUEST = new Place(null, "");

	static final Place PARAMETERS = new Place(In.PARAMETER, "");

	private static final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

	Place(@Nullable In in, String name) {
		this(in, name, null);
	}

	static Place ofBody(MethodParameter parameter) {
		return new Place(In.POINTER, "", parameter);
	}

	static Place of(MethodParameter parameter) {
		if (parameter.hasParameterAnnotation(RequestBody.class)
				|| HttpEntity.class.isAssignableFrom(parameter.getParameterType())) {
			return ofBody(parameter);
		}
		PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
		if (path != null) {
			return new Place(In.PATH, name(path.name(), parameter));
		}
		RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		if (header != null) {
			return new Place(In.HEADER, name(header.name(), parameter));
		}
		CookieValue cookie = parameter.getParameterAnnotation(CookieValue.class);
		if (cookie != null) {
			return new Place(In.COOKIE, name(cookie.name(), parameter));
		}
		return new Place(In.PARAMETER, name(declaredName(parameter), parameter));
	}

	private static String declaredName(MethodParameter parameter) {
		RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
		if (param != null) {
			return param.name();
		}
		RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
		if (part != null) {
			return part.name();
		}
		MatrixVariable matrix = parameter.getParameterAnnotation(MatrixVariable.class);
		return (matrix != null) ? matrix.name() : "";
	}

	private static String name(String declared, MethodParameter parameter) {
		if (StringUtils.hasText(declared)) {
			return declared;
		}
		MethodParameter named = parameter.clone();
		named.initParameterNameDiscovery(names);
		String name = named.getParameterName();
		return (name != null) ? name : "";
	}

	/**
	 * A violation at this place as a whole.
	 */
	Violation violation(String code, String detail) {
		String place = (this.in == In.POINTER) ? JsonPointer.ROOT.toString() : this.name;
		return new Violation(this.in, place, code, detail);
	}

}
