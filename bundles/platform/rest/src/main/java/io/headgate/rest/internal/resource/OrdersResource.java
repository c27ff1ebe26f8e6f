package io.headgate.rest.internal.resource;

import io.headgate.model.decision.Decision;
import io.headgate.model.decision.Severity;
import io.headgate.model.decision.Verdict;
import io.headgate.model.order.CancelOrder;
import io.headgate.model.order.OrdType;
import io.headgate.model.order.Order;
import io.headgate.model.order.OrderIntent;
import io.headgate.model.order.Originator;
import io.headgate.model.order.ReplaceOrder;
import io.headgate.rest.internal.access.Login;
import io.headgate.rest.internal.part.Part;
import io.headgate.rest.internal.problem.FieldError;
import io.headgate.rest.internal.problem.ProblemType;
import io.headgate.spi.noun.OrderNouns;
import io.headgate.spi.noun.Row;
import io.headgate.spi.order.OrderEntry;
import io.headgate.spi.order.OrderQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Orders: asked for, changed, cancelled and seen. */
@Path("/orders")
@Produces(MediaType.APPLICATION_JSON)
public final class OrdersResource {

  private static final String AGAIN =
      "Send the same request with the same Idempotency-Key to learn what became of it; it will not act twice.";

  private final Part<OrderEntry> entry;
  private final Part<OrderQuery> query;
  private final Outcome outcome;
  private final Outcome urgent;

  /**
   * Orders of this node.
   *
   * @param outcome waits for orders and replaces
   * @param urgent waits for cancels, which must not queue behind orders
   */
  public OrdersResource(
      Part<OrderEntry> entry, Part<OrderQuery> query, Outcome outcome, Outcome urgent) {
    this.entry = entry;
    this.query = query;
    this.outcome = outcome;
    this.urgent = urgent;
  }

  @GET
  @Operation(
      operationId = "listOrders",
      summary = "Open orders, oldest first; with all=true the latest orders, newest first")
  @ApiResponse(
      responseCode = "200",
      description = "Without all=true X-Total-Count says how many are open, listed or not",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Orders")))
  public Response list(
      @Parameter(
              description = "Closed and denied orders too, newest first",
              schema = @Schema(type = "boolean", defaultValue = "false"))
          @QueryParam("all")
          @Nullable String all,
      @Parameter(
              description = "How many at most",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "10000", defaultValue = "100"))
          @QueryParam("limit")
          @Nullable String limit) {
    int rows = Parameters.limit(limit);
    if (Parameters.flag("all", all)) {
      return Response.ok(OrderNouns.ORDER.rows(query.get().latestOrders(rows))).build();
    }
    List<Order> open = query.get().openOrders();
    return Response.ok(OrderNouns.ORDER.rows(open.stream().limit(rows).toList()))
        .header("X-Total-Count", open.size())
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getOrder", summary = "One order, by any ClOrdID of its chain")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Order")))
  public Row get(@PathParam("id") String id) {
    return OrderNouns.ORDER.row(find(id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "placeOrder",
      summary = "Asks for an order; answers once the decision is durable",
      description =
          "The trader is whoever has logged in. The same Idempotency-Key again gives the first decision again. After a 504 or a lost connection send the same request with the same key.")
  @ApiResponse(
      responseCode = "201",
      description = "Accepted: it goes to the broker",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Decision")))
  public Response place(
      @Parameter(
              description = "1 to 64 visible ASCII characters, new for every order",
              required = true,
              schema = @Schema(type = "string", minLength = 1, maxLength = 64))
          @HeaderParam(Parameters.KEY)
          @Nullable String key,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OrderRequest.class)))
          OrderRequest order,
      @Context HttpServletRequest request) {
    String user = Login.of(request).user();
    Row decision = decide(outcome, order.toOrder(user, Parameters.requiredKey(key)), AGAIN);
    return Response.created(URI.create(request.getRequestURI() + '/' + decision.get("clOrdId")))
        .entity(decision)
        .build();
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceOrder",
      summary = "Asks for other terms of an open order; answers once the decision is durable")
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the change goes to the broker",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Decision")))
  public Row replace(
      @PathParam("id") String id,
      @Parameter(
              description = "1 to 64 visible ASCII characters, new for every change",
              required = true,
              schema = @Schema(type = "string", minLength = 1, maxLength = 64))
          @HeaderParam(Parameters.KEY)
          @Nullable String key,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = ReplaceRequest.class)))
          ReplaceRequest terms,
      @Context HttpServletRequest request) {
    String checkedKey = Parameters.requiredKey(key);
    Order order = find(id);
    boolean limit = order.request().type() == OrdType.LIMIT;
    if (limit != (terms.limitPrice() != 0)) {
      throw new FieldError(
              "limitPrice",
              limit ? "" : "there",
              limit ? "a price, because the order is LIMIT" : "none, because the order is MARKET")
          .exception();
    }
    return decide(
        outcome,
        new ReplaceOrder(
            by(order, request), checkedKey, order.id(), terms.quantity(), terms.limitPrice()),
        AGAIN);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "cancelOrder",
      summary = "Asks to cancel an open order; answers once the decision is durable")
  @ApiResponse(
      responseCode = "200",
      description = "The cancel goes to the broker; the order is cancelled once the venue says so",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Decision")))
  public Row cancel(
      @PathParam("id") String id,
      @Parameter(
              description = "Not needed; with it a repetition is one and the same cancel",
              schema = @Schema(type = "string", minLength = 1, maxLength = 64))
          @HeaderParam(Parameters.KEY)
          @Nullable String key,
      @Context HttpServletRequest request) {
    String checkedKey = Parameters.optionalKey(key);
    Order order = find(id);
    return decide(
        urgent,
        new CancelOrder(by(order, request), checkedKey, order.id()),
        "GET %s tells how the order stands; a cancel may be sent again."
            .formatted(request.getRequestURI()));
  }

  private static Originator by(Order order, HttpServletRequest request) {
    Originator first = order.request().originator();
    return new Originator(first.account(), Login.of(request).user(), first.strategy());
  }

  private Order find(String id) {
    Order order = query.get().order(Parameters.clOrdId(id));
    if (order == null) {
      throw ProblemType.NOT_FOUND.because(
          "This node has no order %s. GET /api/v1/orders?all=true lists those that it has."
              .formatted(id));
    }
    return order;
  }

  private Row decide(Outcome waiting, OrderIntent intent, String howToLearn) {
    OrderEntry engine = entry.get();
    Decision decision = waiting.of(() -> engine.submit(intent), howToLearn);
    Row view = OrderNouns.DECISION.row(decision);
    if (decision.accepted()) {
      return view;
    }
    String why =
        decision.verdicts().stream()
            .filter(verdict -> verdict.severity() == Severity.BLOCK)
            .map(Verdict::describe)
            .collect(Collectors.joining("; "));
    throw ProblemType.ORDER_DENIED.problem(why).with("decision", view).exception();
  }
}
