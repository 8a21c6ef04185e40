package dev.mainstay.core.validation.limits.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import dev.mainstay.core.validation.limits.AbstractBodyLimitIntegrationTests;
import dev.mainstay.core.validation.limits.Chunked;
import dev.mainstay.core.validation.limits.Upload;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ServletBodyLimitIntegrationTests extends AbstractBodyLimitIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	protected Class<?>[] parts() {
		return new Class<?>[] { Controller.class, Listening.class };
	}

	@Test
	void whatIsReadLaterOrWithoutBlockingIsMeasured() {
		String small = "a".repeat(1000);
		String large = "a".repeat(70_000);
		for (String path : new String[] { "/later", "/listening", "/reader" }) {
			assertThat(Chunked.post(reporting().url(path), small).body()).as(path).isEqualTo("read 1000");
			assertThat(Chunked.post(reporting().url(path), large).status()).as(path).isEqualTo(413);
		}
	}

	/** Its reader is that of the container, since nothing had to be measured. */
	@Test
	void whatWasFoundSmallEnoughIsNotMeasuredInALaterDispatch() {
		assertThat(reporting().post("/again", "a\nb", "Content-Type", "text/plain").body()).isEqualTo("a, b");
	}

	@Test
	void aMultipartFormKeepsTheLimitsOfSpringBoot() {
		String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
				+ "a".repeat(200_000) + "\r\n--b--\r\n";
		Answer answer = reporting().post("/upload", form, "Content-Type", "multipart/form-data; boundary=b");
		assertThat(answer.body()).isEqualTo("read 200000");
		Upload other = Upload.declared(port(reporting()), "/raw", 200_000, "Content-Type: multipart/mixed; boundary=b");
		assertThat(other.answer()).startsWith("HTTP/1.1 413");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			spring.servlet.multipart.enabled=false           | /raw       | 65536  | 200
			spring.servlet.multipart.enabled=false           | /raw       | 65537  | 413
			spring.servlet.multipart.max-request-size=128KB  | /listening | 131072 | 200
			spring.servlet.multipart.max-request-size=128KB  | /listening | 131073 | 413
			spring.servlet.multipart.max-request-size=1KB    | /listening | 65536  | 200
			spring.servlet.multipart.max-request-size=1KB    | /listening | 65537  | 413
			spring.servlet.multipart.max-request-size=-1     | /listening | 200000 | 200
			""")
	void aMultipartBodyThatNobodyTakesApartIsMeasured(String property, String path, int length, int status) {
		try (Service service = Service.start(type(), parts(), property, "mainstay.validation.limits.body-size=64KB")) {
			assertThat(form(service, path, length)).startsWith("HTTP/1.1 " + status);
		}
	}

	@Test
	void aResolverOfTheApplicationHasLimitsOfItsOwn() {
		try (Service service = Service.start(type(), new Class<?>[] { Controller.class, OwnResolver.class },
				"mainstay.validation.limits.body-size=64KB")) {
			assertThat(form(service, "/raw", 200_000)).endsWith("read 200000");
		}
	}

	private static String form(Service service, String path, int length) {
		return Upload.chunked(port(service), path, length, "Content-Type: multipart/form-data; boundary=b").answer();
	}

	@Test
	void anotherFormKeepsTheLimitOfTheContainer() {
		Answer answer = reporting().post("/form", "text=" + "a".repeat(200_000), "Content-Type",
				"application/x-www-form-urlencoded");
		assertThat(answer.body()).isEqualTo("read 200000");
	}

	@RestController
	static class Controller {

		@PostMapping({ "/raw", "/imports/{name}" })
		String raw(InputStream body) throws IOException {
			byte[] buffer = new byte[1000];
			long all = 0;
			for (int read = 0; read >= 0; read = body.read(buffer)) {
				all += read;
				READ.addAndGet(read);
			}
			return "read " + all;
		}

		@PostMapping("/json")
		String json(@RequestBody Map<String, Object> body) {
			return "read";
		}

		@PostMapping("/text")
		String text(@RequestBody String body) {
			return "read";
		}

		@PostMapping("/mono")
		String bytes(@RequestBody byte[] body) {
			return "read";
		}

		@PostMapping("/unread")
		String unread() {
			return "not read";
		}

		@GetMapping("/nobody")
		String nobody() {
			return "nothing";
		}

		@PostMapping("/later")
		Callable<String> later(HttpServletRequest request) {
			return () -> "read " + request.getInputStream().readAllBytes().length;
		}

		@PostMapping("/reader")
		String reader(HttpServletRequest request) throws IOException {
			return "read " + request.getReader().lines().mapToInt(String::length).sum();
		}

		/** In the second dispatch, which comes with a wrapper of the application. */
		@PostMapping("/again")
		void again(HttpServletRequest request, HttpServletResponse response) throws IOException {
			String line = request.getReader().readLine();
			Object first = request.getAttribute("first");
			if (first == null) {
				request.setAttribute("first", line);
				request.startAsync(new HttpServletRequestWrapper(request), response).dispatch();
			}
			else {
				response.getWriter().write(first + ", " + line);
			}
		}

		@PostMapping("/upload")
		String upload(MultipartFile file) {
			return "read " + file.getSize();
		}

		@PostMapping("/form")
		String form(@RequestParam String text) {
			return "read " + text.length();
		}

	}

	static class Listening {

		@Bean
		ServletRegistrationBean<HttpServlet> listening() {
			ServletRegistrationBean<HttpServlet> bean = new ServletRegistrationBean<>(new ListeningServlet(),
					"/listening");
			bean.setAsyncSupported(true);
			return bean;
		}

	}

	static class OwnResolver {

		@Bean
		MultipartResolver multipartResolver() {
			return new StandardServletMultipartResolver() {

				@Override
				public boolean isMultipart(HttpServletRequest request) {
					return false;
				}
			};
		}

	}

	static class ListeningServlet extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
			AsyncContext async = request.startAsync();
			ServletInputStream in = request.getInputStream();
			in.setReadListener(new ReadListener() {

				private int all;

				@Override
				public void onDataAvailable() throws IOException {
					byte[] buffer = new byte[1000];
					while (in.isReady() && !in.isFinished()) {
						this.all += Math.max(0, in.read(buffer));
					}
				}

				@Override
				public void onAllDataRead() throws IOException {
					response.getWriter().write("read " + this.all);
					async.complete();
				}

				@Override
				public void onError(Throwable failure) {
					response.setStatus(413);
					async.complete();
				}
			});
		}

	}

}
