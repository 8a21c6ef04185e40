package dev.mainstay.samples.orders.production;

import java.util.Map;

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
	public Map<String, Integer> export() {
		return Map.of("payments", this.ledger.export());
	}

}
