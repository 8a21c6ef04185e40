package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "payments")
public class Payment {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private Long orderId;

	private BigDecimal amount;

	private String chargeId;

	private Instant paidAt;

	protected Payment() {
	}

	public Payment(Long orderId, BigDecimal amount, String chargeId) {
		this.orderId = orderId;
		this.amount = amount;
		this.chargeId = chargeId;
		this.paidAt = Instant.now();
	}

	public Long getId() {
		return this.id;
	}

	public Long getOrderId() {
		return this.orderId;
	}

	public BigDecimal getAmount() {
		return this.amount;
	}

	public String getChargeId() {
		return this.chargeId;
	}

	public Instant getPaidAt() {
		return this.paidAt;
	}

}
