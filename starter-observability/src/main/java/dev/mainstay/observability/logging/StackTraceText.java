package dev.mainstay.observability.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * A stack trace as text: the root cause first, without the frames that say nothing or
 * come again further down, and of bounded length but for the messages. Not thread-safe.
 */
final class StackTraceText {

	private static final int MAX_FRAMES = 60;

	/** Of a chain of causes: so many at both ends. */
	private static final int MAX_CAUSES_AT_AN_END = 25;

	private static final int MAX_CAUSES = 1000;

	private static final int MAX_SUPPRESSED = 20;

	private static final int MAX_INDENT = 3;

	private final UnaryOperator<String> messages;

	private final StringBuilder text = new StringBuilder(2048);

	private int suppressed;

	private StackTraceText(UnaryOperator<String> messages) {
		this.messages = messages;
	}

	/**
	 * The text of a throwable with all that belongs to it.
	 * @param messages what becomes of each message, with the type in front of it
	 */
	static String of(IThrowableProxy throwable, UnaryOperator<String> messages) {
		StackTraceText result = new StackTraceText(messages);
		result.addChain(throwable, "", 0);
		result.text.setLength(result.text.length() - 1);
		return result.text.toString();
	}

	private void addChain(IThrowableProxy outermost, String prefix, int indent) {
		List<IThrowableProxy> chain = new ArrayList<>(4);
		for (IThrowableProxy next = outermost; next != null && chain.size() < MAX_CAUSES; next = next.getCause()) {
			chain.add(next);
		}
		int left = chain.size() - 2 * MAX_CAUSES_AT_AN_END;
		for (int i = chain.size() - 1; i >= 0; i--) {
			boolean root = i == chain.size() - 1;
			if (i < MAX_CAUSES_AT_AN_END || i >= chain.size() - MAX_CAUSES_AT_AN_END) {
				add(chain.get(i), root ? prefix : "Wrapped by: ", indent);
			}
			else if (i == MAX_CAUSES_AT_AN_END) {
				line(indent, "... " + left + " causes left out");
			}
		}
	}

	private void add(IThrowableProxy throwable, String prefix, int indent) {
		line(indent, prefix + this.messages.apply(header(throwable)));
		if (throwable.isCyclic()) {
			return;
		}
		addFrames(throwable, indent + 1);
		for (IThrowableProxy further : throwable.getSuppressed()) {
			if (indent < MAX_INDENT && this.suppressed++ < MAX_SUPPRESSED) {
				addChain(further, "Suppressed: ", indent + 1);
			}
		}
	}

	private static String header(IThrowableProxy throwable) {
		String message = throwable.getMessage();
		String header = (message != null) ? throwable.getClassName() + ": " + message : throwable.getClassName();
		return throwable.isCyclic() ? "[CIRCULAR REFERENCE: " + header + "]" : header;
	}

	private void addFrames(IThrowableProxy throwable, int indent) {
		StackTraceElementProxy[] frames = throwable.getStackTraceElementProxyArray();
		int end = frames.length - throwable.getCommonFrames();
		int start = this.text.length();
		if (!addFrames(frames, end, indent, true)) {
			// There is nothing but plumbing, so the defect is there.
			this.text.setLength(start);
			addFrames(frames, end, indent, false);
		}
		note(throwable.getCommonFrames(), "common frames omitted", indent);
	}

	/** The first frame is where it was thrown, so that is written in any case. */
	private boolean addFrames(StackTraceElementProxy[] frames, int end, int indent, boolean shortened) {
		int written = 0;
		int hidden = 0;
		int i = 0;
		for (; i < end && written < MAX_FRAMES; i++) {
			StackTraceElement frame = frames[i].getStackTraceElement();
			if (shortened && i > 0 && StackFrames.isPlumbing(frame.getClassName())) {
				hidden++;
			}
			else {
				addHidden(frames, i, hidden, indent);
				hidden = 0;
				add(frame, indent);
				written++;
			}
		}
		addHidden(frames, i, hidden, indent);
		note(end - i, "frames truncated", indent);
		return !shortened || written > 1 || end <= 1;
	}

	/** A single one takes no more room than to say that it is missing. */
	private void addHidden(StackTraceElementProxy[] frames, int end, int count, int indent) {
		if (count == 1) {
			add(frames[end - 1].getStackTraceElement(), indent);
		}
		else {
			note(count, "frames excluded", indent);
		}
	}

	private void add(StackTraceElement frame, int indent) {
		indent(indent).append("at ").append(frame.getClassName()).append('.').append(frame.getMethodName()).append('(');
		if (frame.isNativeMethod()) {
			this.text.append("Native Method");
		}
		else {
			this.text.append((frame.getFileName() != null) ? frame.getFileName() : "Unknown Source");
			if (frame.getLineNumber() >= 0) {
				this.text.append(':').append(frame.getLineNumber());
			}
		}
		this.text.append(")\n");
	}

	private void note(int count, String what, int indent) {
		if (count > 0) {
			indent(indent).append("... ").append(count).append(' ').append(what).append('\n');
		}
	}

	private void line(int indent, String line) {
		indent(indent).append(line).append('\n');
	}

	private StringBuilder indent(int indent) {
		return this.text.append("\t".repeat(indent));
	}

}
