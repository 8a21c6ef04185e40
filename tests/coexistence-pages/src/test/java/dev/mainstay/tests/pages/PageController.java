package dev.mainstay.tests.pages;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Serves the pages.
 */
@Controller
class PageController {

	@GetMapping("/page")
	String page(Model model, HttpSession session) {
		session.setAttribute("seen", true);
		model.addAttribute("name", "somebody");
		return "page";
	}

	@PostMapping("/page")
	String again(@RequestParam String name, Model model) {
		model.addAttribute("name", name);
		return "page";
	}

	@GetMapping("/strict-page")
	String strictPage(Model model, HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", "script-src 'unsafe-inline'; frame-ancestors 'self'");
		model.addAttribute("name", "somebody");
		return "page";
	}

	/** What the single-page application shows is its own matter. */
	@GetMapping("/app/**")
	String fallBack() {
		return "forward:/index.html";
	}

	@GetMapping("/{page:login-in-a-window|gallery|camera}")
	String page(@PathVariable String page) {
		return page;
	}

	@GetMapping(path = "/picture", produces = MediaType.IMAGE_GIF_VALUE)
	@ResponseBody
	byte[] picture() {
		return "GIF89a".getBytes(StandardCharsets.US_ASCII);
	}

	@GetMapping("/failing-page")
	String fail() {
		throw new IllegalStateException("not for the caller");
	}

}
