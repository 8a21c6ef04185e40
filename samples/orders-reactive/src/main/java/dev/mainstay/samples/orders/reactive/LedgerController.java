package dev.mainstay.samples.orders.reactive;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/ledger/exports")
public class LedgerController {

	private final LedgerService ledger;

	public LedgerController(LedgerService ledger) {
		this.ledger = ledger;
	}

	@PostMapping
	public Mono<Map<String, Integer>> export() {
		return this.ledger.export().map((count) -> Map.of("payments", count));
	}

}
