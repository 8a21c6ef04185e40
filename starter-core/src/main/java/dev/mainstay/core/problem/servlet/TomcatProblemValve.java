package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.core.request.servlet.ContainerAnswers;
import dev.mainstay.core.request.servlet.RefusalReport;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with a problem where Tomcat would with a page of its own: what it turns away
 * before any filter, and what comes to no error page. A valve for the pipeline of the
 * host, inside of Tomcat's own; one that the application has put there wins. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TomcatProblemValve extends ErrorReportValve implements RefusalReport {

	private static final Logger logger = LoggerFactory.getLogger(TomcatProblemValve.class);

	private static final int LOWEST_ERROR = 400;

	private final ServletProblemWriter writer;

	private final @Nullable ContainerAnswers answers;

	/**
	 * Create the valve.
	 * @param writer writes the answer
	 * @param answers completes the heads of answers, {@code null} if nothing belongs
	 * there
	 */
	public TomcatProblemValve(ServletProblemWriter writer, @Nullable ContainerAnswers answers) {
		this.writer = writer;
		this.answers = answers;
	}

	/** Whoever sets the report up first gives it; those outside of this one follow. */
	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < LOWEST_ERROR || response.getContentWritten() > 0 || !isSendable(response) || hasOtherReport(status)
				|| !response.setErrorReported()) {
			return;
		}
		try {
			answer(request, response, status);
			response.finishResponse();
		}
		catch (IOException ex) {
			logger.debug("The client was gone before it had the answer", ex);
		}
		catch (RuntimeException ex) {
			logger.warn("The answer to what Tomcat turned away cannot be made as it should be", ex);
		}
	}

	@Override
	public void answer(Request request, Response response) {
		report(request, response, null);
	}

	private void answer(Request request, Response response, int status) throws IOException {
		ContainerAnswers known = this.answers;
		if (known == null) {
			this.writer.write(request, response, Problem.ofStatus(status));
			return;
		}
		try (CurrentRequestId.Scope scope = known.identify(request)) {
			known.complete(request, response, status);
			this.writer.write(request, response, Problem.ofStatus(status));
		}
	}

	private static boolean isSendable(Response response) {
		AtomicBoolean sendable = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, sendable);
		return sendable.get();
	}

	/** May be added at any time until the first answer, and is looked for only then. */
	private boolean hasOtherReport(int status) {
		return Arrays.stream(getContainer().getPipeline().getValves()).anyMatch((valve) -> isOther(valve, status));
	}

	private static boolean isOther(Valve valve, int status) {
		if (!(valve instanceof ErrorReportValve report) || report instanceof TomcatProblemValve) {
			return false;
		}
		return report.getClass() != ErrorReportValve.class || report.getProperty("errorCode." + status) != null
				|| report.getProperty("errorCode.0") != null;
	}

}
