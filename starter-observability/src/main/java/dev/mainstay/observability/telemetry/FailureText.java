package dev.mainstay.observability.telemetry;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * Says in a few words why an export failed. Nothing that the other side sent is in it.
 */
final class FailureText {

	private static final int MAX_CAUSES = 20;

	private FailureText() {
	}

	static String of(Throwable failure) {
		String status = status(failure);
		if (status != null) {
			return status;
		}
		Throwable root = root(failure);
		if (root instanceof TimeoutException) {
			return "no answer in time";
		}
		String message = root.getMessage();
		String name = root.getClass().getSimpleName();
		return (message != null && !message.isBlank()) ? name + ": " + message : name;
	}

	/**
	 * An exporter says with what status it was answered in its log only: the exception
	 * that has it belongs to a package that OpenTelemetry calls internal.
	 */
	private static @Nullable String status(Throwable failure) {
		String status = ExporterLoggers.lastStatus();
		return (failure.getCause() == null && failure.getClass().getSimpleName().endsWith("ExportException")
				&& status != null) ? "answered with status " + status : null;
	}

	private static Throwable root(Throwable failure) {
		Throwable root = (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause()
				: failure;
		for (int i = 0; root.getCause() != null && i < MAX_CAUSES; i++) {
			root = root.getCause();
		}
		return root;
	}

}
