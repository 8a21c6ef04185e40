package com.example.shop;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.data.domain.Pageable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers of pages, and of all request methods.
 */
public final class PagedHandlers {

	private PagedHandlers() {
	}

	@RestController
	public static class Paged {

		@GetMapping("/orders")
		void orders(Pageable page) {
		}

	}

	@RestController
	public static class Open {

		@RequestMapping("/anything")
		void anything() {
		}

	}

	@RestController
	@RequestMapping(path = "/restricted", method = RequestMethod.GET)
	public static class Restricted {

		@RequestMapping("/one")
		void one() {
		}

	}

	@RestController
	public static class Errors implements ErrorController {

		@RequestMapping("/failed")
		void failed() {
		}

	}

}
