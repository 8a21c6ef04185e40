package dev.mainstay.observability.logging;

import java.util.Set;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * A hash of a stack trace that is the same for the same defect: of the types of the
 * exceptions and of the frames that are the application's own, without line numbers,
 * messages, and what compilers, proxies and threads add. If no frame is its own, of all
 * frames.
 */
final class StackHash {

	private static final long OFFSET = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	private static final int MAX_CAUSES = 100;

	/** Whether there is one around a cause depends on who waited for it. */
	private static final Set<String> WRAPPERS = Set.of("java.util.concurrent.CompletionException",
			"java.util.concurrent.ExecutionException", "java.lang.reflect.InvocationTargetException",
			"java.lang.reflect.UndeclaredThrowableException");

	private final boolean everyFrame;

	private long hash = OFFSET;

	private boolean empty = true;

	private @Nullable StackTraceElement last;

	private StackHash(boolean everyFrame) {
		this.everyFrame = everyFrame;
	}

	static String of(IThrowableProxy throwable) {
		StackHash hash = new StackHash(false);
		hash.addChain(throwable);
		if (hash.empty) {
			hash = new StackHash(true);
			hash.addChain(throwable);
		}
		String hex = Long.toHexString(hash.hash);
		return "0".repeat(16 - hex.length()) + hex;
	}

	private void addChain(IThrowableProxy throwable) {
		boolean wrapped = false;
		IThrowableProxy current = throwable;
		for (int i = 0; current != null && i < MAX_CAUSES; i++) {
			IThrowableProxy cause = current.getCause();
			boolean wrapper = cause != null && WRAPPERS.contains(current.getClassName());
			if (!wrapper) {
				add(current.getClassName());
				// What it has in common with a wrapper is nowhere else.
				addFrames(current, wrapped ? 0 : current.getCommonFrames());
			}
			wrapped = wrapper;
			current = cause;
		}
	}

	private void addFrames(IThrowableProxy throwable, int common) {
		StackTraceElementProxy[] frames = throwable.getStackTraceElementProxyArray();
		for (int frame = 0; frame < frames.length - common; frame++) {
			add(frames[frame].getStackTraceElement());
		}
	}

	private void add(StackTraceElement frame) {
		if (isCounted(frame) && !isRepeated(frame)) {
			add(frame.getClassName());
			add(frame.getMethodName());
			this.last = frame;
			this.empty = false;
		}
	}

	private boolean isCounted(StackTraceElement frame) {
		String type = frame.getClassName();
		boolean counted = this.everyFrame ? !StackFrames.isPlumbing(type) && !type.startsWith("java.")
				: StackFrames.isOfTheApplication(type);
		return counted && !frame.getMethodName().startsWith("access$");
	}

	/** How deep a recursion was, and a bridge to a method, say nothing. */
	private boolean isRepeated(StackTraceElement frame) {
		return this.last != null && this.last.getMethodName().equals(frame.getMethodName())
				&& this.last.getClassName().equals(frame.getClassName());
	}

	/**
	 * The numbers of {@code lambda$pay$0} and {@code Orders$1} depend on what else is in
	 * the class.
	 */
	private void add(String name) {
		boolean counter = false;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			counter = c == '$' || (counter && c >= '0' && c <= '9');
			if (!counter || c == '$') {
				this.hash = (this.hash ^ c) * PRIME;
			}
		}
		this.hash = (this.hash ^ '\n') * PRIME;
	}

}
