package com.example.shop;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Prices that every site may read in the name of its visitors.
 */
@RestController
@CrossOrigin(originPatterns = "*")
public class SharedController {

	@GetMapping("/prices")
	@CrossOrigin(allowCredentials = "true")
	String prices() {
		return "all";
	}

}
