package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;
import java.time.Instant;

public record Payment(Long id, Long orderId, BigDecimal amount, String chargeId, Instant paidAt) {

}
