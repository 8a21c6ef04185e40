package dev.mainstay.samples.orders.reactive;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

@Service
public class LedgerService {

	private final PaymentRepository payments;

	private final String url;

	public LedgerService(PaymentRepository payments, @Value("${ledger.url}") String url) {
		this.payments = payments;
		this.url = url;
	}

	public Mono<Integer> export() {
		return this.payments.findAll()
			.collectList()
			.flatMap((all) -> Mono.fromCallable(() -> insert(all)).subscribeOn(Schedulers.boundedElastic()));
	}

	private int insert(List<Payment> all) {
		try (Connection ledger = DriverManager.getConnection(this.url);
				PreparedStatement insert = ledger
					.prepareStatement("insert into bookings (payment_id, amount) values (?, ?)")) {
			for (Payment payment : all) {
				insert.setLong(1, payment.id());
				insert.setBigDecimal(2, payment.amount());
				insert.addBatch();
			}
			return insert.executeBatch().length;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not export " + all.size() + " payments to " + this.url, ex);
		}
	}

}
