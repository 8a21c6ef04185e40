package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What callers see of a payment.
 */
public record PaymentView(Long id, Long orderId, BigDecimal amount, String chargeId, Instant paidAt) {

	static PaymentView of(Payment payment) {
		return new PaymentView(payment.getId(), payment.getOrderId(), payment.getAmount(), payment.getChargeId(),
				payment.getPaidAt());
	}

}
