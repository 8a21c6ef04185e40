package dev.mainstay.core.problem.web;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation.In;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.MissingMatrixVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * What is missing according to the exceptions that need the servlet API.
 */
final class ServletInputProblemMapper implements ProblemMapper {

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (failure instanceof MissingServletRequestParameterException missing) {
			return InputProblemMapper.required(new Place(In.PARAMETER, missing.getParameterName()));
		}
		if (failure instanceof MissingServletRequestPartException missing) {
			return InputProblemMapper.required(new Place(In.PARAMETER, missing.getRequestPartName()));
		}
		if (failure instanceof MissingRequestHeaderException missing) {
			return InputProblemMapper.required(new Place(In.HEADER, missing.getHeaderName()));
		}
		if (failure instanceof MissingRequestCookieException missing) {
			return InputProblemMapper.required(new Place(In.COOKIE, missing.getCookieName()));
		}
		if (failure instanceof MissingMatrixVariableException missing) {
			return InputProblemMapper.required(new Place(In.PARAMETER, missing.getVariableName()));
		}
		return null;
	}

}
