package dev.mainstay.core.problem.web;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemMapper;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat cannot read a parameter, of the query or of a form, and throws where that is
 * asked for. It would answer with the status that the exception has. Where a part of a
 * form cannot be put aside, that is the service's own fault.
 */
final class TomcatParameterProblemMapper implements ProblemMapper {

	static final String FAILURE = "org.apache.tomcat.util.http.InvalidParameterException";

	@Override
	public @Nullable Problem map(Throwable failure) {
		return (failure instanceof InvalidParameterException invalid && !UploadProblemMapper.isOfFileSystem(failure))
				? Problem.ofStatus(invalid.getErrorCode()) : null;
	}

}
