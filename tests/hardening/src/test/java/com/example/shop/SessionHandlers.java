package com.example.shop;

import jakarta.servlet.http.HttpSession;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.server.WebSession;

/**
 * Handlers that know a user by the session, and one that does not.
 */
public final class SessionHandlers {

	private SessionHandlers() {
	}

	@RestController
	public static class Basket {

		@PostMapping("/basket")
		public String add(HttpSession session) {
			return session.getId();
		}

	}

	@RestController
	public static class Attribute {

		@PostMapping("/basket")
		public String add(@SessionAttribute String user) {
			return user;
		}

	}

	@RestController
	public static class Reactive {

		@PostMapping("/basket")
		public String add(WebSession session) {
			return session.getId();
		}

	}

	@RestController
	public static class Stateless {

		@GetMapping("/basket")
		public String read() {
			return "basket";
		}

	}

}
