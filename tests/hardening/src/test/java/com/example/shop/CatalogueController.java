package com.example.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Articles that everybody may look at.
 */
@RestController
public class CatalogueController {

	@GetMapping("/articles")
	String articles() {
		return "all";
	}

}
