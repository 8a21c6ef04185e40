package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

@Service
public class ConfirmationService {

	private static final Logger log = LoggerFactory.getLogger(ConfirmationService.class);

	@Async
	public void send(String email, Long paymentId, BigDecimal amount) {
		log.info("Confirming payment {} over {} to {}", paymentId, amount, email);
	}

}
