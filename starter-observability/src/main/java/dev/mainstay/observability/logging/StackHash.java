package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * A hash of where a failure came from: the types of the exceptions and the methods of
 * their frames. Line numbers, messages, and frames that are generated or belong to the
 * thread are left out, so that it stays the same over releases. 64 bits of FNV-1a.
 */
final class StackHash {

	private static final long OFFSET = 0xcbf29ce484222325L;

	private static final long PRIME = 0x100000001b3L;

	private static final int MAX_CAUSES = 100;

	private StackHash() {
	}

	static String of(IThrowableProxy throwable) {
		long hash = OFFSET;
		IThrowableProxy current = throwable;
		for (int i = 0; current != null && i < MAX_CAUSES; i++) {
			hash = add(hash, current.getClassName());
			StackTraceElementProxy[] frames = current.getStackTraceElementProxyArray();
			for (int frame = 0; frame < frames.length - current.getCommonFrames(); frame++) {
				hash = add(hash, frames[frame].getStackTraceElement());
			}
			current = current.getCause();
		}
		String hex = Long.toHexString(hash);
		return "0".repeat(16 - hex.length()) + hex;
	}

	private static long add(long hash, StackTraceElement frame) {
		String type = frame.getClassName();
		if (type.contains("$$") || type.contains("$Proxy") || type.startsWith("java.") || type.startsWith("jdk.")) {
			return hash;
		}
		return add(add(hash, type), withoutCounter(frame.getMethodName()));
	}

	/** The last part of {@code lambda$pay$0} depends on what else is in the class. */
	private static String withoutCounter(String method) {
		return method.startsWith("lambda$") ? method.substring(0, method.lastIndexOf('$')) : method;
	}

	private static long add(long hash, String text) {
		long result = hash;
		for (int i = 0; i < text.length(); i++) {
			result = (result ^ text.charAt(i)) * PRIME;
		}
		return (result ^ '\n') * PRIME;
	}

}
