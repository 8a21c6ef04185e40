package dev.mainstay.core.problem.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;

/**
 * A multipart body cannot be taken apart: it has no boundary, ends too early, or has too
 * many parts, or a name that cannot be decoded. Spring answers 500 to that. A part that
 * cannot be put aside is the service's own fault and known by what the file system says.
 */
final class UploadProblemMapper implements ProblemMapper {

	/** Only so deep are the frames of the framework that say who was reading. */
	private static final int FRAMES = 6;

	private static final String CODECS = "org.springframework.http.codec.multipart.";

	@Override
	public @Nullable Problem map(Throwable failure) {
		boolean parts = failure instanceof MultipartException && !(failure instanceof ErrorResponse)
				&& !isOfFileSystem(failure);
		return (parts || isOfName(failure))
				? Problem.of(ProblemCode.MALFORMED_REQUEST).withDetail("The parts of the request cannot be read.")
				: null;
	}

	/**
	 * On WebFlux nobody says that it is a part whose head cannot be read. Reactor may
	 * have moved the stack trace to what it adds.
	 */
	private static boolean isOfName(Throwable failure) {
		StackTraceElement[] trace = (failure.getClass() == IllegalArgumentException.class) ? failure.getStackTrace()
				: new StackTraceElement[0];
		return trace.length > 0 && ContentDisposition.class.getName().equals(trace[0].getClassName())
				&& Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()))
					.anyMatch(UploadProblemMapper::isOfCodecs);
	}

	private static boolean isOfCodecs(Throwable failure) {
		return Arrays.stream(failure.getStackTrace())
			.limit(FRAMES)
			.anyMatch((frame) -> frame.getClassName().startsWith(CODECS));
	}

	/** A disk that is full has no type of its own. */
	static boolean isOfFileSystem(Throwable failure) {
		Throwable root = RootFailure.rootCause(failure);
		return (root != null && root.getClass() == IOException.class) || root instanceof FileSystemException
				|| root instanceof FileNotFoundException;
	}

}
