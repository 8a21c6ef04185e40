package dev.mainstay.core.validation.uploads.servlet;

import java.util.List;

import dev.mainstay.core.validation.uploads.AbstractFileNamesIntegrationTests;

import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import static org.assertj.core.api.Assertions.assertThat;

class ServletFileNamesIntegrationTests extends AbstractFileNamesIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	protected Class<?> controller() {
		return Controller.class;
	}

	/** Spring takes the first name, and the container the second. */
	@Test
	void ofTwoNamesInOnePartNeitherMayLeadSomewhere() {
		try (Service service = Service.start(type(), new Class<?>[] { controller() }, "mainstay.mode=enforce")) {
			String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''ok.png; "
					+ "filename=\"../../x\"\r\n\r\nv\r\n--b--\r\n";
			assertThat(service.post("/files", part, "Content-Type", "multipart/form-data; boundary=b").status())
				.isEqualTo(400);
		}
	}

	/** The page of errors passes the interceptors once more. */
	@Test
	void aRequestThatHasFailedOtherwiseSaysSo() {
		try (Service service = Service.start(type(), new Class<?>[] { controller() }, "mainstay.mode=enforce")) {
			String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../x\"\r\n\r\nv\r\n--b--\r\n";
			Answer answer = service.post("/reports", part, "Content-Type", "multipart/form-data; boundary=b");
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.json().path("code").asString()).isEqualTo("method-not-allowed");
		}
	}

	@RestController
	static class Controller {

		@PostMapping("/files")
		String take(@RequestParam List<MultipartFile> file) {
			return "taken";
		}

		@GetMapping("/reports")
		String reports() {
			return "none";
		}

	}

}
