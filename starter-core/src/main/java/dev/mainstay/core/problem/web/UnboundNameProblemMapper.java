package dev.mainstay.core.problem.web;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemMapper;
import dev.mainstay.core.problem.Violation.In;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.NullValueInNestedPathException;
import org.springframework.util.ClassUtils;

/**
 * A parameter has a name that leads nowhere in the object that is bound: an index beyond
 * its list, or one that is no number, or a property of a number. The framework counts
 * that among the faults of the service. The same exceptions out of anything but the
 * binder of a request are faults, and what a constructor, a property or a converter of
 * the application throws comes wrapped in others.
 */
final class UnboundNameProblemMapper implements ProblemMapper {

	@Override
	public @Nullable Problem map(Throwable failure) {
		if (!(isOfName(failure) || isOfElement(failure)) || !isOfBinder(failure)) {
			return null;
		}
		return (failure instanceof InvalidPropertyException property) ? InputProblemMapper.malformed(
				new Place(In.PARAMETER, property.getPropertyName()).violation("invalid", ViolationTexts.UNBOUND_NAME))
				: Problem.of(ProblemCode.MALFORMED_REQUEST);
	}

	private static boolean isOfName(@Nullable Throwable failure) {
		return failure instanceof IndexOutOfBoundsException || failure instanceof NumberFormatException
				|| failure instanceof NullValueInNestedPathException || (failure instanceof InvalidPropertyException
						&& (failure.getCause() == null || isOfName(failure.getCause())));
	}

	/**
	 * The framework looks for a constructor of any element that a name has a property of,
	 * of a number, too. That there is none of an object is the service's fault.
	 */
	private static boolean isOfElement(Throwable failure) {
		StackTraceElement[] frames = failure.getStackTrace();
		if (!(failure instanceof IllegalStateException) || failure.getMessage() == null || frames.length == 0
				|| !frames[0].getClassName().equals(BeanUtils.class.getName())) {
			return false;
		}
		String type = failure.getMessage().substring(failure.getMessage().lastIndexOf(' ') + 1);
		return ClassUtils.isPresent(type, null) && BeanUtils.isSimpleValueType(ClassUtils.resolveClassName(type, null));
	}

	/** Reactor moves the frames of a failure to what it adds to it. */
	private static boolean isOfBinder(Throwable failure) {
		return Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()))
			.flatMap((each) -> Arrays.stream(each.getStackTrace()))
			.map(StackTraceElement::getClassName)
			.anyMatch((name) -> name.startsWith("org.springframework.web.") && name.endsWith("DataBinder"));
	}

}
