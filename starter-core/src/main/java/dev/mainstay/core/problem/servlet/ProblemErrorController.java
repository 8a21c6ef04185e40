package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.util.Map;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.ProblemPipeline;
import dev.mainstay.core.problem.data.DataProblemMapper;
import dev.mainstay.core.problem.internal.CarriedProblem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what came as far as the error page of the application: behind all of its
 * filters, resolvers and advices, in the place of Boot's own controller. Thread-safe.
 *
 * @since 0.1.0
 */
@Controller
@RequestMapping("${spring.web.error.path:${error.path:/error}}")
public final class ProblemErrorController implements ErrorController {

	private static final Logger logger = LoggerFactory.getLogger(ProblemErrorController.class);

	private static final String PROBLEM = ProblemErrorController.class.getName() + ".PROBLEM";

	private static final String NOT_MADE = "The answer to a failed request cannot be made as it should be";

	private static final MediaType JSON = MediaType.parseMediaType(ProblemFormat.JSON);

	private final ProblemPipeline pipeline;

	private final ServletProblemWriter writer;

	private final BootErrors boot;

	private final ErrorAnswerSettings settings;

	/**
	 * Create the controller.
	 * @param pipeline says what a failure means to the caller
	 * @param writer writes the answer
	 * @param settings the application's own part in the answer
	 */
	public ProblemErrorController(ProblemPipeline pipeline, ServletProblemWriter writer, ErrorAnswerSettings settings) {
		this.pipeline = pipeline;
		this.writer = writer;
		this.boot = settings.boot();
		this.settings = settings;
	}

	/**
	 * Called in the error dispatch of a request.
	 * @param request the request
	 * @param response its response, not yet committed
	 * @return the application's own error page, or {@code null} if the answer is written
	 */
	@RequestMapping
	public @Nullable Object error(HttpServletRequest request, HttpServletResponse response) {
		Integer status = status(request);
		if (!this.settings.active() || (status != null && status < 400)) {
			return ServletProblemWriter.prefersHtml(request) ? this.boot.errorHtml(request, response)
					: this.boot.error(request);
		}
		try {
			return answer(request, response, status);
		}
		catch (RuntimeException ex) {
			logger.warn(NOT_MADE, ex);
			return write(request, response, Problem.ofStatus((status != null) ? status : 500));
		}
	}

	private static @Nullable Integer status(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		return (status instanceof Integer code && code >= 100 && code <= 999) ? code : null;
	}

	/**
	 * The container answers 500 to what nobody handled, and the framework 400 to a body
	 * that cannot be read, whatever kept it from being read: that is nobody's choice.
	 */
	private @Nullable Object answer(HttpServletRequest request, HttpServletResponse response,
			@Nullable Integer status) {
		Throwable failure = this.boot.failure(request);
		Refusal refusal = Refusal.remembered(request);
		Problem problem = (refusal != null) ? refusal.problem() : problem(request, status, failure);
		this.writer.answered(request, problem, failure);
		request.setAttribute(PROBLEM, problem);
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, problem.status());
		if (ServletProblemWriter.prefersHtml(request)) {
			ModelAndView page = this.boot.errorHtml(request, response);
			if (!ErrorPages.VIEW.equals(page.getViewName()) || this.settings.pages().hasOwn(request.getLocale())) {
				response.setStatus(problem.status());
				problem.headers().forEach(response::setHeader);
				return page;
			}
		}
		else if (this.settings.shapesBodies()) {
			return entity(problem, occurrence(request));
		}
		return write(request, response, problem);
	}

	/**
	 * Answers where the error dispatch does not come through to this controller: no page
	 * of the application, and none of its advices.
	 */
	boolean answerDirectly(HttpServletRequest request, HttpServletResponse response) {
		Throwable failure = this.boot.failure(request);
		Problem problem = problem(request, status(request), failure);
		this.writer.answered(request, problem, failure);
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, problem.status());
		write(request, response, problem);
		return response.isCommitted();
	}

	private Problem problem(HttpServletRequest request, @Nullable Integer status, @Nullable Throwable failure) {
		if (status == null && failure == null && request.getDispatcherType() == DispatcherType.REQUEST) {
			// Nothing has failed: somebody asks for the page of errors itself.
			return Problem.of(ProblemCode.NOT_FOUND);
		}
		boolean thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
		boolean undecided = status == null || (thrown && status == 500)
				|| (status == 400 && CarriedProblem.ofReading(failure) != null);
		Problem problem = this.pipeline.problem(failure, undecided ? null : status);
		return (request.getHeader(HttpHeaders.IF_MATCH) != null) ? DataProblemMapper.conditional(problem) : problem;
	}

	private ResponseEntity<Map<String, Object>> entity(Problem problem, ProblemOccurrence occurrence) {
		return ResponseEntity.status(problem.status())
			.headers((headers) -> problem.headers().forEach(headers::set))
			.contentType(JSON)
			.body(this.writer.format().members(problem, occurrence));
	}

	private ProblemOccurrence occurrence(HttpServletRequest request) {
		ProblemOccurrence occurrence = ServletProblemWriter.occurrence(request);
		return this.settings.bootMembers() ? occurrence.withAdditions(this.boot.members(request)) : occurrence;
	}

	private @Nullable Object write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
		try {
			this.writer.write(request, response, problem, occurrence(request));
		}
		catch (IOException ex) {
			logger.debug("The client was gone before it had the answer", ex);
		}
		return null;
	}

	/**
	 * Called when what the application does with every body fails on this one, or one of
	 * its interceptors keeps the request from getting here. The caller is told what had
	 * failed before.
	 * @param request the request
	 * @param response its response
	 * @param ex why the answer was not made
	 */
	@ExceptionHandler(Exception.class)
	public void notWritten(HttpServletRequest request, HttpServletResponse response, Exception ex) {
		logger.warn(NOT_MADE, ex);
		if (request.getAttribute(PROBLEM) instanceof Problem known) {
			write(request, response, known);
		}
		else {
			answerDirectly(request, response);
		}
	}

}
