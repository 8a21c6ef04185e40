package com.example.shop;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Prices that only some may change.
 */
@RestController
public class GuardedController {

	@PutMapping("/prices")
	@PreAuthorize("hasRole('SALES')")
	public String change() {
		return "changed";
	}

}
