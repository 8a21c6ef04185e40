package dev.mainstay.tests.contract;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;

/**
 * What only Spring MVC has.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ContractService.class, ServletService.ServletEndpoints.class, ServletService.FailingFilter.class })
class ServletService {

	@RestController
	static class ServletEndpoints {

		@GetMapping("/teapot")
		void teapot(HttpServletResponse response) throws IOException {
			response.sendError(418, Canary.TEXT);
		}

		@GetMapping("/async")
		Callable<String> async() {
			return () -> {
				throw Canary.failure();
			};
		}

		@GetMapping("/late")
		DeferredResult<String> late() {
			return new DeferredResult<>(10L);
		}

		@GetMapping("/header")
		void header(HttpServletRequest request, HttpServletResponse response) {
			response.setHeader("X-Echo", request.getParameter("v"));
		}

		@PostMapping("/upload")
		Map<String, Long> upload(@RequestParam MultipartFile file) {
			return Map.of("size", file.getSize());
		}

	}

	static class FailingFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException, jakarta.servlet.ServletException {
			if (request.getRequestURI().equals("/filtered")) {
				throw Canary.failure();
			}
			chain.doFilter(request, response);
		}

	}

}
