package com.example.shop;

import com.example.shop.Orders.CreateOrder;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what the application finds by itself.
 */
@RestController
public class CurrentOrder {

	@PostMapping("/current")
	void current(CreateOrder order) {
	}

}
