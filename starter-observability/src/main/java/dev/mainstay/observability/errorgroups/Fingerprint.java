package dev.mainstay.observability.errorgroups;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.mainstay.observability.logging.StackFrames;
import org.jspecify.annotations.Nullable;

/**
 * What tells one cause of failures from another: the types of the exceptions of a chain,
 * for each the innermost frame of the application, and the pattern of the root's message.
 * Whoever called, by which proxy, lambda or thread, is no part of it, nor is any number
 * of a line.
 *
 * @param place the hash of types and frames
 * @param pattern the message of the root without its values
 * @param type the type of the root
 * @param frame where the application was when it failed, {@code null} if it is in no
 * frame
 */
record Fingerprint(String place, String pattern, String type, @Nullable String frame) {

	private static final int MAX_CAUSES = 100;

	/** Where only libraries were at work: what is below is how they were called. */
	private static final int FRAMES_OF_LIBRARIES = 5;

	/** Whether there is one around a cause depends on who waited for it. */
	private static final Set<String> WRAPPERS = Set.of("java.util.concurrent.CompletionException",
			"java.util.concurrent.ExecutionException", "java.lang.reflect.InvocationTargetException",
			"java.lang.reflect.UndeclaredThrowableException", "jakarta.servlet.ServletException");

	/**
	 * Find out what tells a failure from others.
	 * @param failure the failure
	 * @param root its root cause
	 * @param message the message of the root, masked: from a fingerprint no secret is to
	 * be guessed
	 */
	static Fingerprint of(Throwable failure, Throwable root, String message) {
		Hash hash = new Hash();
		boolean located = false;
		Throwable current = failure;
		String frame = null;
		for (int i = 0; current != null && i < MAX_CAUSES; i++) {
			if (!saysNothing(current)) {
				hash.add(FrameName.withoutCounters(current.getClass().getName()));
				StackTraceElement own = ownFrame(current.getStackTrace());
				if (own != null) {
					hash.add(FrameName.of(own));
					located = true;
					frame = FrameName.readable(own);
				}
			}
			current = current.getCause();
		}
		if (!located) {
			framesOfLibraries(root.getStackTrace()).forEach((element) -> hash.add(FrameName.of(element)));
		}
		return new Fingerprint(hash.hex(), MessagePattern.of(message), root.getClass().getName(), frame);
	}

	/** The id of failures of this place with this message. */
	String id() {
		Hash hash = new Hash();
		hash.add(this.place);
		hash.add(this.pattern);
		return hash.hex();
	}

	/** The text is the application's own code. */
	private static @Nullable String message(Throwable failure) {
		try {
			return failure.getMessage();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return null;
		}
	}

	/** What is thrown again in a mere {@code RuntimeException} is still the same. */
	private static boolean saysNothing(Throwable failure) {
		Throwable cause = failure.getCause();
		if (cause == null) {
			return false;
		}
		String message = message(failure);
		boolean bare = failure.getClass() == RuntimeException.class
				&& (message == null || message.startsWith(cause.getClass().getName()));
		return bare || WRAPPERS.contains(failure.getClass().getName());
	}

	private static @Nullable StackTraceElement ownFrame(StackTraceElement[] frames) {
		for (StackTraceElement frame : frames) {
			if (StackFrames.isOfTheApplication(frame.getClassName()) && !FrameName.isMadeByTheCompiler(frame)) {
				return frame;
			}
		}
		return null;
	}

	private static List<StackTraceElement> framesOfLibraries(StackTraceElement[] frames) {
		List<StackTraceElement> result = new ArrayList<>();
		for (StackTraceElement frame : frames) {
			String type = frame.getClassName();
			if (result.size() < FRAMES_OF_LIBRARIES && !StackFrames.isPlumbing(type) && !type.startsWith("java.")) {
				result.add(frame);
			}
		}
		return result;
	}

	/** FNV-1a with 64 bits, as the hash of stack traces is. */
	private static final class Hash {

		private static final long PRIME = 0x100000001b3L;

		private long value = 0xcbf29ce484222325L;

		void add(String text) {
			for (int i = 0; i < text.length(); i++) {
				this.value = (this.value ^ text.charAt(i)) * PRIME;
			}
			this.value = (this.value ^ '\n') * PRIME;
		}

		String hex() {
			String hex = Long.toHexString(this.value);
			return "0".repeat(16 - hex.length()) + hex;
		}

	}

}
