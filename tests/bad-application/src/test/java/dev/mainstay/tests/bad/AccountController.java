package dev.mainstay.tests.bad;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/accounts")
class AccountController {

	@PostMapping
	Account open(@Valid @RequestBody Account account) {
		return account;
	}

	@DeleteMapping("/{id}")
	@PreAuthorize("hasRole('CLERK')")
	void close(@PathVariable String id) {
	}

	record Account(@NotBlank String owner) {

	}

}
