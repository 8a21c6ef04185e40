package dev.mainstay.tests.bad;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/notes")
class ForgottenController {

	private final List<String> notes = new ArrayList<>();

	@GetMapping
	List<String> notes() {
		return this.notes;
	}

	@PostMapping
	void note(@RequestParam String text) {
		this.notes.add(text);
	}

}
