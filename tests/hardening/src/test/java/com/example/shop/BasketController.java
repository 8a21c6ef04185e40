package com.example.shop;

import jakarta.servlet.http.HttpSession;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A basket that is kept in a session.
 */
@RestController
public class BasketController {

	@GetMapping("/basket")
	String basket(HttpSession session) {
		return session.getId();
	}

}
