package com.example.shop;

import java.util.List;
import java.util.concurrent.Callable;

import com.example.shop.Orders.Changes;
import com.example.shop.Orders.Customer;
import com.example.shop.Orders.Order;
import com.example.shop.Orders.Search;
import com.fasterxml.jackson.annotation.JsonView;

import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Handlers that read entities or answer with them, or do not.
 */
public final class EntityHandlers {

	private EntityHandlers() {
	}

	@RestController
	public static class Reading {

		@PostMapping("/a-body")
		void aBody(@RequestBody Order order) {
		}

		@PostMapping("/b-list")
		void bList(@RequestBody List<Order> orders) {
		}

		@PostMapping("/c-form")
		void cForm(Order order) {
		}

	}

	@RestController
	public static class Views {

		@PostMapping("/dto")
		void dto(@RequestBody Search search) {
		}

		@GetMapping("/find")
		String find(@ModelAttribute Order order) {
			return "found";
		}

		@GetMapping("/{order}")
		void one(@PathVariable Order order) {
		}

		@JsonView(Object.class)
		@GetMapping("/view")
		Order view() {
			return new Order();
		}

		@GetMapping("/dto")
		List<Search> dtos() {
			return List.of();
		}

		@GetMapping("/type")
		Class<Order> type() {
			return Order.class;
		}

	}

	@Controller
	public static class Pages {

		@InitBinder
		void allow(WebDataBinder binder) {
			binder.setAllowedFields("owner");
		}

		@PostMapping("/listed")
		String listed(Order order) {
			return "page";
		}

		@GetMapping("/model")
		Order model() {
			return new Order();
		}

	}

	@RestController
	public static class Answering {

		@GetMapping("/a-one")
		Order aOne() {
			return new Order();
		}

		@GetMapping("/b-response")
		ResponseEntity<List<Order>> bResponse() {
			return ResponseEntity.ok(List.of());
		}

		@GetMapping("/c-page")
		Callable<Page<Order>> cPage() {
			return Page::empty;
		}

		@PostMapping("/d-dto")
		Changes dDto() {
			return new Changes("", new Order());
		}

	}

	@RestController
	public static class Mapped {

		@PostMapping("/mapped")
		Customer change(@RequestBody Customer customer) {
			return customer;
		}

	}

}
