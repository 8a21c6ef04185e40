package com.example.shop;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What others call who have no login.
 */
@RestController
public class WebhookController {

	@PostMapping("/webhooks/payment")
	String paid() {
		return "thanks";
	}

}
