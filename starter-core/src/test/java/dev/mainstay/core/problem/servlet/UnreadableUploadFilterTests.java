package dev.mainstay.core.problem.servlet;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only an upload that nobody could read is hidden, and nothing else.
 */
class UnreadableUploadFilterTests {

	private static final String UPLOAD = "Multipart/form-data; boundary=x";

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/files");

	private @Nullable String seen;

	@Test
	void anUploadThatNobodyReadIsHidden() throws ServletException, IOException {
		assertThat(typeSeen(UPLOAD)).isNull();
	}

	@Test
	void anUploadThatWasReadIsNot() throws ServletException, IOException {
		this.request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, new Object());
		assertThat(typeSeen(UPLOAD)).isEqualTo(UPLOAD);
	}

	@Test
	void anUploadThatCouldNotBeReadIs() throws ServletException, IOException {
		this.request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, new Object());
		this.request.setAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE, new MultipartException("broken"));
		assertThat(typeSeen(UPLOAD)).isNull();
	}

	@Test
	void anyOtherTypeIsShown() throws ServletException, IOException {
		assertThat(typeSeen("application/json")).isEqualTo("application/json");
		assertThat(typeSeen(null)).isNull();
	}

	private @Nullable String typeSeen(@Nullable String type) throws ServletException, IOException {
		this.request.setContentType(type);
		new UnreadableUploadFilter().doFilter(this.request, new MockHttpServletResponse(),
				(request, response) -> this.seen = request.getContentType());
		return this.seen;
	}

}
