package dev.mainstay.core.validation.uploads.servlet;

import java.util.List;

import dev.mainstay.core.validation.uploads.AbstractFileNamesIntegrationTests;

import org.springframework.boot.WebApplicationType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

class ServletFileNamesIntegrationTests extends AbstractFileNamesIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	protected Class<?> controller() {
		return Controller.class;
	}

	@RestController
	static class Controller {

		@PostMapping("/files")
		String take(@RequestParam List<MultipartFile> file) {
			return "taken";
		}

	}

}
