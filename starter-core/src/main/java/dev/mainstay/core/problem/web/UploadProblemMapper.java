package dev.mainstay.core.problem.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;

/**
 * A multipart body cannot be taken apart: it has no boundary, ends too early, or has too
 * many parts. Spring answers 500 to that. A part that cannot be put aside is the
 * service's own fault and known by what the file system says.
 */
final class UploadProblemMapper implements ProblemMapper {

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (!(failure instanceof MultipartException) || failure instanceof ErrorResponse || isOfFileSystem(failure)) {
			return null;
		}
		return Problem.of(ProblemCode.MALFORMED_REQUEST).withDetail("The parts of the request cannot be read.");
	}

	/** A disk that is full has no type of its own. */
	private static boolean isOfFileSystem(Throwable failure) {
		Throwable root = RootFailure.rootCause(failure);
		return (root != null && root.getClass() == IOException.class) || root instanceof FileSystemException
				|| root instanceof FileNotFoundException;
	}

}
