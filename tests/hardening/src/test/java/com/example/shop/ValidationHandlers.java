package com.example.shop;

import java.util.List;

import com.example.shop.Orders.Basket;
import com.example.shop.Orders.Changes;
import com.example.shop.Orders.CheckedBasket;
import com.example.shop.Orders.CreateOrder;
import com.example.shop.Orders.Search;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpEntity;
import org.springframework.validation.BindingResult;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers that ask for validation, or forget to.
 */
public final class ValidationHandlers {

	private ValidationHandlers() {
	}

	@RestController
	public static class Forgetful {

		@PostMapping("/a-body")
		void aBody(@RequestBody CreateOrder order) {
		}

		@PostMapping("/b-list")
		void bList(@RequestBody List<CreateOrder> orders) {
		}

		@PostMapping("/c-form")
		void cForm(CreateOrder order) {
		}

		@PostMapping("/d-part")
		void dPart(@RequestPart CreateOrder order) {
		}

		@PostMapping("/e-entity")
		void eEntity(HttpEntity<CreateOrder> order) {
		}

	}

	@RestController
	public static class Careful {

		@PostMapping("/valid")
		void valid(@Valid @RequestBody CreateOrder order) {
		}

		@PostMapping("/validated")
		void validated(@Validated @ModelAttribute CreateOrder order) {
		}

		@PostMapping("/elements")
		void elements(@RequestBody List<@Valid CreateOrder> orders) {
		}

		@PostMapping("/errors")
		void errors(@ModelAttribute CreateOrder order, BindingResult errors) {
		}

		@PostMapping("/unbound")
		void unbound(@ModelAttribute(binding = false) CreateOrder order) {
		}

		@PostMapping("/unconstrained")
		void unconstrained(@RequestBody Search search) {
		}

		@PostMapping("/deep")
		void deep(@Valid @RequestBody CheckedBasket basket) {
		}

	}

	@RestController
	public static class ByHand {

		private final Validator validator;

		public ByHand(Validator validator) {
			this.validator = validator;
		}

		@PostMapping("/by-hand")
		void create(@RequestBody CreateOrder order) {
			this.validator.validate(order);
		}

	}

	@RestController
	public static class Shallow {

		@PostMapping("/basket")
		void basket(@Valid @RequestBody Basket basket) {
		}

		@PostMapping("/changes")
		void changes(@Valid @RequestBody Changes changes) {
		}

	}

	@RestController
	public static class Reactive {

		@PostMapping("/reactive")
		void body(@RequestBody Mono<CreateOrder> order) {
		}

		@PostMapping("/reactive-form")
		void form(@ModelAttribute CreateOrder order) {
		}

	}

}
